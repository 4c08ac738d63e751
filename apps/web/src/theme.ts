import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The two riders keep their colours everywhere: sales is lagoon, marketing is plum. */
const lagoon: MantineColorsTuple = [
  '#e9f7f9',
  '#d3ecf0',
  '#a9d9e1',
  '#7bc5d1',
  '#54b2c2',
  '#379fb1',
  '#1f8698',
  '#126f81',
  '#0f5a6b',
  '#0a4552',
];
const plum: MantineColorsTuple = [
  '#fbeff7',
  '#f3dcec',
  '#e6b9d8',
  '#d893c3',
  '#ca70af',
  '#bd559f',
  '#a8438a',
  '#8f3674',
  '#742a5d',
  '#571e46',
];

const system =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans TC', 'Noto Sans CJK TC', sans-serif";

export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: 7,
  colors: { lagoon, plum },
  fontFamily: system,
  headings: { fontFamily: system, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.6', xl: '1.65' },
});

/** Green words on green ground must be legible; on a dark ground a light button must stand out from a plain one, and a warning must not glare. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-green-light-color': '#1f7332' },
  dark: {
    '--mantine-color-lagoon-light': '#124a56',
    '--mantine-color-lagoon-light-hover': '#175a69',
    '--mantine-color-lagoon-light-color': '#bfe8ef',
    '--mantine-color-yellow-light': 'rgb(240 190 90 / 9%)',
    '--mantine-color-yellow-light-color': '#e8d3a0',
  },
});
