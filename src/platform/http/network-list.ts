import { BlockList, isIP } from 'node:net';

/** Addresses and networks, as settings name them. */
export class NetworkList {
  private readonly list = new BlockList();

  constructor(networks: readonly string[]) {
    for (const network of networks) this.add(network);
  }

  /** @param address in its normal form */
  has(address: string): boolean {
    const version = isIP(address);
    return version !== 0 && this.list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  }

  private add(network: string): void {
    const [address = '', length] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (length === undefined) this.list.addAddress(address, family);
    else this.list.addSubnet(address, Number(length), family);
  }
}
