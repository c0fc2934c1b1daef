import {generateKeyPairSync, sign} from 'node:crypto';

/** DER: a tag, the length, what is inside. */
function der(tag: number, ...inside: Uint8Array[]): Buffer {
  const content = Buffer.concat(inside);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...inside: Uint8Array[]): Buffer => der(0x30, ...inside);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const time = (text: string): Buffer => der(0x17, Buffer.from(text));

/** A key and a certificate for it that nobody vouches for, new each time: for a browser that was told to take it. */
export function selfSigned(): {key: string; cert: string} {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from('localhost')))));
  const inside = sequence(
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time('250101000000Z'), time('490101000000Z')),
    name,
    publicKey.export({type: 'spki', format: 'der'}),
  );
  const signature = sign('sha256', inside, privateKey);
  const whole = sequence(inside, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: String(privateKey.export({type: 'pkcs8', format: 'pem'})),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
