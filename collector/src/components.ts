import type { Source } from './source.ts'
import { getAgentData } from './sources/agent-data.ts'
import { getArchitecture } from './sources/architecture.ts'
import { getAudio } from './sources/audio.ts'
import { getCanvas } from './sources/canvas.ts'
import { getColors } from './sources/colors.ts'
import { getCores } from './sources/cores.ts'
import { getFontWidths } from './sources/font-widths.ts'
import { getFonts } from './sources/fonts.ts'
import { getGraphicsCard } from './sources/graphics-card.ts'
import { getGraphicsLimits } from './sources/graphics-limits.ts'
import { getLanguages } from './sources/languages.ts'
import { getMath } from './sources/math.ts'
import { getMemory } from './sources/memory.ts'
import { getPixelRatio } from './sources/pixel-ratio.ts'
import { getPlatform } from './sources/platform.ts'
import { getPlugins } from './sources/plugins.ts'
import { getPreferences } from './sources/preferences.ts'
import { getScreenSize } from './sources/screen-size.ts'
import { getStorage } from './sources/storage.ts'
import { getTimeZone } from './facts/time-zone.ts'
import { getTouch } from './sources/touch.ts'

/**
 * What is hashed, in the order in which it is asked. Slow answers are asked for first, so that they arrive while the quick
 * ones are read; WebGL comes last, because it disturbs canvas. A name here is a name in docs/collector-data.md and in
 * backend/src/features/sessions/components.data.ts.
 */
export const components = {
  // answer later
  agent_data: getAgentData,
  audio: getAudio,
  // device
  platform: getPlatform,
  architecture: getArchitecture,
  cores: getCores,
  memory: getMemory,
  touch: getTouch,
  math: getMath,
  plugins: getPlugins,
  // display
  screen_size: getScreenSize,
  pixel_ratio: getPixelRatio,
  colors: getColors,
  preferences: getPreferences,
  // locale
  time_zone: getTimeZone,
  languages: getLanguages,
  // fonts
  fonts: getFonts,
  font_widths: getFontWidths,
  // storage
  storage: getStorage,
  // graphics
  canvas: getCanvas,
  graphics_card: getGraphicsCard,
  graphics_limits: getGraphicsLimits,
} satisfies Record<string, Source>
