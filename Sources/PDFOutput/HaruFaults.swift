internal import CHaru

/// Keeps the first failure that libharu reports; later ones are its consequences.
final class HaruFaults {
  private var first: (code: UInt, detail: UInt)?

  var hasFault: Bool { first != nil }

  func record(code: UInt, detail: UInt) {
    if first == nil { first = (code, detail) }
  }

  /// The error to throw: the first reported failure, else the status.
  func error(during operation: String, status: UInt) -> HaruError {
    HaruError(
      operation: operation,
      code: first?.code ?? status,
      detail: first?.detail ?? 0
    )
  }
}

/// libharu's error callback.
///
/// It only records: neither a throw nor a jump may cross C.
func recordFault(_ code: HPDF_STATUS, _ detail: HPDF_STATUS, _ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  let faults = unsafe Unmanaged<HaruFaults>.fromOpaque(context).takeUnretainedValue()
  faults.record(code: UInt(code), detail: UInt(detail))
}
