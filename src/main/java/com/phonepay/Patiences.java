package com.phonepay;

import com.phonepay.payment.cluster.Patience;
import com.phonepay.settings.DeadlineSettings;
import com.phonepay.settings.Settings;

/** How long this node keeps a caller waiting. */
final class Patiences {
    private Patiences() {}

    static Patience of(Settings settings) {
        DeadlineSettings deadlines = settings.deadlines();
        return new Patience(deadlines.askAgain(), deadlines.caller(), deadlines.lastLook(), deadlines.beginWithin());
    }
}
