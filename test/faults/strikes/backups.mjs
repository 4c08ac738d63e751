// Nothing breaks: a backup is taken while people work, and nobody may notice.

export const backups = [
  {
    name: 'backup',
    says: 'a backup is taken while the clients move, and restored afterwards',
    lane: 'moves',
    takesBackup: true,
    async strike(house) {
      await house.backups.take();
      return performance.now();
    },
  },
];
