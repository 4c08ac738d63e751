/** Signs in as one of the demo's people: `{ cookie }`. */
export async function signInAs(house, client, role) {
  const [door] = house.doors;
  const { signIns } = JSON.parse(await house.command('sign-ins', '--json'));
  const { email, password } = signIns.find((each) => each.role === role);
  const session = await client.ask('POST', `${door}/api/v1/session`, { body: { email, password } });
  return { cookie: session.headers['set-cookie'][0].split(';')[0] };
}
