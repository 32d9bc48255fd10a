package com.phonepay.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.payment.OverloadedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class Argon2PasswordsTest {
    private final Argon2Passwords passwords = new Argon2Passwords(1, 2);

    @AfterEach
    void stop() {
        passwords.close();
    }

    @Test
    void recognisesThePasswordAndNoOther() throws Exception {
        String hash = done(passwords.hash("correct horse"));
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("correct");
        assertThat(done(passwords.verify("correct horse", hash))).isTrue();
        assertThat(done(passwords.verify("correct horsf", hash))).isFalse();
        assertThat(done(passwords.verifyNobody("the password of nobody"))).isFalse();
    }

    @Test
    void saltsEveryHash() throws Exception {
        assertThat(done(passwords.hash("same"))).isNotEqualTo(done(passwords.hash("same")));
    }

    @Test
    void refusesMoreThanMayWaitAndFinishesTheRest() throws Exception {
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asked.add(passwords.hash("x").toCompletableFuture());
        }
        assertThat(passwords.isFull()).isTrue();
        List<CompletableFuture<String>> refused = asked.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .toList();
        assertThat(refused).hasSizeBetween(6, 7);
        assertThatThrownBy(() -> refused.get(0).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OverloadedException.class);
        long taken = 0;
        for (CompletableFuture<String> one : asked) {
            taken += one.handle((hash, fault) -> fault == null ? 1 : 0).get(30, TimeUnit.SECONDS);
        }
        assertThat(taken).isEqualTo(asked.size() - refused.size());
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
