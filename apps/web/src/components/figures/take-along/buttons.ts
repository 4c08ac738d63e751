// One chunk for all of them.
export { CopyLink } from './copy-link';
export { CsvButton } from './csv-button';
export { PictureButton } from './picture-button';
