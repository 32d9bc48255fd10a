package com.phonepay.testing;

import com.phonepay.readmodel.mongo.MongoSettings;
import java.time.Duration;
import java.util.UUID;

public final class MongoForTests {
    private MongoForTests() {}

    public static MongoSettings freshDatabase() {
        return new MongoSettings(
                System.getenv("PHONEPAY_TEST_MONGO_URI"),
                "test_" + UUID.randomUUID().toString().substring(0, 8),
                Duration.ofSeconds(5));
    }
}
