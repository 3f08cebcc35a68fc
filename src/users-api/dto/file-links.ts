/** Where files are fetched; ids of files, or null where there is none. */
export class FileLinks {
  constructor(private readonly publicUrl: string) {}

  photo(id: number | null): string {
    return id === null ? '' : `${this.publicUrl}/Api/Files/Photo?photoId=${id}`;
  }

  document(id: number | null): string {
    return id === null ? '' : `${this.publicUrl}/Api/Files/Files?fileId=${id}`;
  }
}
