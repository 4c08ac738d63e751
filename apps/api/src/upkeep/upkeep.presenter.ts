import type { UpkeepLineWire, UpkeepWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import { judgeStanding, type Finding, type Standing } from '@tandem/upkeep';

export const presentStanding = (standing: Standing, locale: Locale): UpkeepWire => ({
  at: standing.now.toISOString(),
  lines: judgeStanding(standing).map((finding) => presentFinding(finding, locale)),
});

function presentFinding({ topic, verdict, code, facts, at, details }: Finding, locale: Locale): UpkeepLineWire {
  const advice = `upkeep:advice.${topic}.${code}`;
  return {
    topic,
    name: text(locale, `upkeep:topic.${topic}`),
    verdict,
    found: text(locale, `upkeep:found.${topic}.${code}`, facts),
    at: at?.toISOString() ?? null,
    advice: hasText(locale, advice) ? text(locale, advice) : null,
    details: details.map((detail) => ({
      name: text(locale, `upkeep:detail.${detail.name}`),
      value: detail.value,
      at: detail.at?.toISOString() ?? null,
    })),
  };
}
