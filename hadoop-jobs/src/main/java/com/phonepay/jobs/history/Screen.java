package com.phonepay.jobs.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.util.Utf8;

/** What the fraud screen says. Its rules look at the amount and the payer; chance stands for what a profile would know. */
final class Screen {
    private static final long LARGE = 1_000_000;
    private static final int BLOCKED_ABOVE = 80;

    /** The score in hundredths. */
    record Said(int hundredths, List<Utf8> reasons) {
        boolean blocks() {
            return hundredths > BLOCKED_ABOVE;
        }
    }

    private Screen() {}

    static Said of(long paise, Random random) {
        List<Utf8> reasons = new ArrayList<>(3);
        int score = 0;
        if (paise > LARGE) {
            score += 40;
            reasons.add(new Utf8("The amount is large"));
        }
        if (paise > LARGE / 4 && random.nextInt(100) < 15) {
            score += 20;
            reasons.add(new Utf8("A high first payment to this receiver"));
        }
        if (paise > LARGE / 2 && random.nextInt(100) < 12) {
            score += 30;
            reasons.add(new Utf8("The amount is far above your usual payments"));
        }
        return new Said(score, reasons);
    }
}
