import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhoto } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useText } from '../../../i18n/use-text';

export interface PictureButtonProps {
  /** What is drawn. */
  readonly part: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly detail: string;
  /** Without its ending. */
  readonly fileName: string;
}

/** Saves a chart as a picture to show elsewhere. */
export function PictureButton({ part, title, detail, fileName }: PictureButtonProps) {
  const t = useText();
  const [isDrawing, setDrawing] = useState(false);
  const draw = async () => {
    if (!part.current) return;
    setDrawing(true);
    try {
      // Few people want a picture, so what draws it is fetched when somebody does.
      const { savePicture } = await import('./save-picture');
      await savePicture(part.current, { title, detail }, `${fileName}.png`);
    } catch {
      notifications.show({ color: 'red', message: t('figures.picture.failed') });
    } finally {
      setDrawing(false);
    }
  };
  return (
    <Button
      variant="default"
      size="xs"
      data-screen-only
      loading={isDrawing}
      aria-label={t('figures.picture.of', { name: title })}
      leftSection={<IconPhoto size={15} aria-hidden />}
      onClick={() => void draw()}
    >
      PNG
    </Button>
  );
}
