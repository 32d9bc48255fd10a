package com.phonepay.slice.snapshot;

/**
 * A snapshot that is stored piece by piece, each made when it is due, so that a large state is never in memory twice.
 * Comes back as the same pieces, with the same borders.
 */
public record Pieces(Iterable<byte[]> parts) {}
