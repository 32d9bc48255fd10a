package com.phonepay.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
    @Test
    void comesBackAsItWasGivenOut() {
        Cursor cursor = new Cursor(1_800_000_000_000L, "asha:000000000003");
        assertThat(Cursor.decode(cursor.encode())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "OmE", "eDph", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM6YQ"})
    void anythingElseIsNone(String text) {
        assertThat(Cursor.decode(text)).isEmpty();
    }

    @Test
    void aLongTextIsNotEvenLookedAt() {
        assertThat(Cursor.decode("MTph".repeat(1000))).isEmpty();
    }

    @Test
    void aPageHasACursorOnlyWhereMoreFollows() {
        assertThat(Page.of(List.of("c", "b"), 2, id -> new Cursor(1, id)).next())
                .isNull();
        assertThat(Page.of(List.of("c", "b", "a"), 2, id -> new Cursor(1, id)))
                .isEqualTo(new Page<>(List.of("c", "b"), new Cursor(1, "b")));
    }
}
