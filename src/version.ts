/** Version of the package; heed.js and heed.ui.js of different versions do not mix. */
export const VERSION = '0.1.0';
