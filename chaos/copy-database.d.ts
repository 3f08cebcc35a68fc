export declare function copyDatabase(fromUrl: string, toUrl: string): Promise<void>;
