/** `npm run pictures`: takes the pictures of the README and the docs anew. */
import type { PlaywrightTestConfig } from '@playwright/test';

import tests from './playwright.config.js';

const pictures: PlaywrightTestConfig = { ...tests, testDir: 'pictures' };

export default pictures;
