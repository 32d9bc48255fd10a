package com.phonepay.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended: everything older follows. Documents that are written later do not shift what follows.
 *
 * @param at milliseconds since 1970
 * @param id of the document, which decides between documents of the same time
 */
public record Cursor(long at, String id) {
    private static final int LENGTH_MAX = 512;

    /** An opaque text for people outside. */
    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + ":" + id).getBytes(UTF_8));
    }

    /** Empty where the text is no cursor that was given out here. */
    public static Optional<Cursor> decode(String text) {
        try {
            String plain = text.length() > LENGTH_MAX
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), UTF_8);
            int colon = plain.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Cursor(Long.parseLong(plain, 0, colon, 10), plain.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
