/// The owner of a piece of memory that nothing changes any more.
@safe final class Memory: @unchecked Sendable {
  let base: UnsafeRawPointer
  let byteCount: Int
  private let release: @Sendable (UnsafeRawPointer, Int) -> Void

  /// Takes over what a kernel filled.
  init<Element>(adopting elements: MutableElements<Element>) {
    unsafe base = unsafe elements.withBuffer { unsafe UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped) }
    byteCount = elements.count * MemoryLayout<Element>.stride
    unsafe release = { base, _ in unsafe base.deallocate() }
  }

  /// Memory that is given back by `release`.
  init(_ base: UnsafeRawPointer, byteCount: Int, release: @escaping @Sendable (UnsafeRawPointer, Int) -> Void) {
    unsafe self.base = unsafe base
    self.byteCount = byteCount
    unsafe self.release = unsafe release
  }

  deinit { unsafe release(base, byteCount) }
}
