import Foundation

/// The memory of a column on its way to the library, eight bytes a row: lent, not copied.
func lent<Row, Answer>(_ column: [Row], _ use: (Data) throws -> Answer) throws -> Answer {
    try column.withUnsafeBytes { bytes in
        guard bytes.count <= most else { throw ItsmError.tooLarge(bytes.count, most) }
        guard let first = bytes.baseAddress, !bytes.isEmpty else { return try use(Data()) }
        // The library only reads it.
        let memory = UnsafeMutableRawPointer(mutating: first)
        return try use(Data(bytesNoCopy: memory, count: bytes.count, deallocator: .none))
    }
}

/// The answers of the library, a row for eight bytes.
func rows(_ answers: Data) -> [Int64] {
    [Int64](unsafeUninitializedCapacity: answers.count / 8) { memory, count in
        count = answers.copyBytes(to: memory) / 8
    }
}
