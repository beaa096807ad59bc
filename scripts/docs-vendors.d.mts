import type { VendorLoader } from '../src/vendors/vendor.ts';
import type { Vendor } from '../src/vendors.ts';

export function vendorPage(
  vendors: readonly Vendor[],
  loaders: Readonly<Record<string, VendorLoader>>,
): string;
