import { invalid, missing, refused, type Problem } from '@tandem/kernel';

export const noSuchRun = (id: string): Problem =>
  missing('verification.missing', 'There is no such verification.', { id });

export const isOver = (): Problem =>
  refused('verification.over', 'This verification is over already; there is nothing to stop.');

export const unknownCheck = (asked: readonly string[], allowed: readonly string[]): Problem =>
  invalid('verification.unknown_check', `There is no check called ${asked.join(' or ')}: take ${allowed.join(', ')}.`, {
    asked,
    allowed,
  });
