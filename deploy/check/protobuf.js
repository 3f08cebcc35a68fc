// helm 4 keeps its releases in Secrets that it sends as protobuf. Here is as much of it as a Secret needs.

/** @param {Buffer} bytes `k8s`, a zero, and an object in an envelope. @returns nothing of any but a Secret */
export function secretFromProtobuf(bytes) {
  const envelope = fieldsOf(bytes.subarray(4));
  if (fieldsOf(envelope.get(1)[0]).get(2)[0].toString() !== 'Secret') return {};
  const secret = fieldsOf(envelope.get(2)[0]);
  const metadata = fieldsOf(secret.get(1)[0]);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: metadata.get(1)[0].toString(),
      labels: mapOf(metadata.get(11), String),
      annotations: mapOf(metadata.get(12), String),
    },
    data: mapOf(secret.get(2), (value) => value.toString('base64')),
    type: secret.get(3)?.[0].toString(),
  };
}

function fieldsOf(bytes) {
  const fields = new Map();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = varint();
    const isBytes = (tag & 7) === 2;
    const value = isBytes ? bytes.subarray(at, at + number) : number;
    if (isBytes) at += number;
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), value]);
  }
  return fields;
}

const mapOf = (entries = [], read) =>
  Object.fromEntries(
    entries.map((entry) => {
      const fields = fieldsOf(entry);
      return [fields.get(1)[0].toString(), read(fields.get(2)?.[0] ?? Buffer.alloc(0))];
    }),
  );
