/** Columns that grow as orders come, without an object per order. */
export class Growing {
  private items = new Float64Array(1_024)
  length = 0
  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Float64Array(this.length * 2)
      larger.set(this.items)
      this.items = larger
    }
    this.items[this.length++] = item
  }
  taken = (): Float64Array => this.items.slice(0, this.length)
}

export class GrowingBytes {
  private items = new Uint8Array(1_024)
  length = 0
  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.items)
      this.items = larger
    }
    this.items[this.length++] = item
  }
  taken = (): Uint8Array => this.items.slice(0, this.length)
}
