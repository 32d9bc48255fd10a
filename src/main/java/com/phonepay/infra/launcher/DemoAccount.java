package com.phonepay.infra.launcher;

import com.fasterxml.jackson.core.type.TypeReference;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A login of the development mode. Its password is made for this data directory and kept beside its data. */
record DemoAccount(String role, String userId, String email, String password) {

    static final String ADMIN = "admin";
    static final String USER = "user";
    /** Logs in like a user, and owns a merchant. */
    static final String MERCHANT = "merchant";

    /** The demo accounts of this data directory: two users, an administrator and the owner of a merchant. Made up at the first call. */
    static List<DemoAccount> all(Layout layout) throws IOException {
        if (!Files.exists(file(layout))) {
            JsonFiles.write(
                    file(layout),
                    Stream.of(fresh(USER, "asha"), fresh(USER, "ravi"), fresh(ADMIN, "admin"), fresh(MERCHANT, "meena"))
                            .toList());
        }
        return read(layout);
    }

    /** The demo accounts that have been made up so far. */
    static List<DemoAccount> read(Layout layout) throws IOException {
        return Files.exists(file(layout))
                ? JsonFiles.JSON.readValue(file(layout).toFile(), new TypeReference<List<DemoAccount>>() {})
                : List.of();
    }

    private static DemoAccount fresh(String role, String userId) {
        return new DemoAccount(
                role, userId, userId + "@phonepay.example", Secrets.newToken().substring(0, 16));
    }

    private static Path file(Layout layout) {
        return layout.secrets().resolve("demo-logins.json");
    }
}
