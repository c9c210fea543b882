internal import CCrypto

/// A SHA-256 that is fed piece by piece.
@safe package struct Digest: ~Copyable {
  private let context: OpaquePointer

  /// A digest of nothing yet.
  ///
  /// - Throws: `DigestFailure` when libcrypto has no memory or no SHA-256.
  package init() throws {
    guard let context = unsafe EVP_MD_CTX_new() else { throw DigestFailure() }
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw DigestFailure()
    }
    unsafe self.context = context
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  /// Adds bytes.
  package func update(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// Adds bytes.
  package func update(_ bytes: UnsafeRawBufferPointer) {
    _ = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The digest in lower-case hexadecimal digits.
  package consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
    }
    return Digest.hexadecimal(digest)
  }

  /// The SHA-256 of some bytes in lower-case hexadecimal digits.
  package static func sha256(_ bytes: [UInt8]) throws -> String {
    let digest = try Digest()
    digest.update(bytes)
    return digest.finish()
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The library that computes SHA-256 failed to start.
package struct DigestFailure: Error {}
