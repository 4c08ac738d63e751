// The product's own proof: `tandem verify` over everything that was left behind.

/** Whether every law holds, which do not, and how long it took. */
export async function judgeByVerify(house, only = []) {
  const { code, stdout, output } = await house.tandem(
    'verify',
    '--json',
    ...(only.length > 0 ? ['--only', ...only] : []),
  );
  try {
    const { violations, seconds, verdicts } = JSON.parse(stdout);
    const broken = verdicts.filter((verdict) => verdict.violations > 0);
    return {
      holds: code === 0 && violations === 0,
      laws: verdicts.length,
      seconds,
      examples: broken.map(({ id, law, violations: rows }) => `${id}: ${law} (${rows} rows)`),
    };
  } catch {
    return { holds: false, laws: 0, seconds: 0, examples: [`tandem verify ended with ${code}: ${output.trim()}`] };
  }
}
