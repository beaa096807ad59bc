import crypto from 'node:crypto';

export interface Certificate {
  key: string;
  cert: string;
  /** SHA-256 of the public key, base64: what Chromium wants in order to trust it. */
  fingerprint: string;
}

/**
 * A self-signed certificate for this run, made without openssl or a package: forty lines of DER (RFC 5280, section 4.1).
 * Names do not matter: Chromium trusts the key, Firefox runs with certificate errors accepted.
 */
export function makeCertificate(): Certificate {
  const { privateKey, publicKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const day = 24 * 60 * 60 * 1000;
  const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const commonName = sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from('heed tests')));
  const name = sequence(der(0x31, commonName));
  const names = sequence(...['*.example', '*.com', '*.net'].map((host) => der(0x82, Buffer.from(host))));
  const alternativeNames = sequence(oid(0x55, 0x1d, 0x11), der(0x04, names));

  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))), // version 3
    der(0x02, Buffer.concat([Buffer.of(1), crypto.randomBytes(15)])), // serial number, positive
    ecdsaWithSha256,
    name,
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + 30 * day)),
    name,
    spki,
    der(0xa3, sequence(alternativeNames)),
  );
  const signature = crypto.sign('sha256', body, privateKey);
  const bits = der(0x03, Buffer.concat([Buffer.of(0), signature]));
  const base64 =
    sequence(body, ecdsaWithSha256, bits)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];

  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.join('\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: crypto.createHash('sha256').update(spki).digest('base64'),
  };
}

/** Tag, length, value. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), value]);
}

const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
const utcTime = (time: number) =>
  der(0x17, Buffer.from(new Date(time).toISOString().replace(/^..|[-:T]|\.\d+/g, '')));
