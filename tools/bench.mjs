console.log('No benchmark is defined yet.');
