package com.phonepay.settings;

import com.phonepay.transaction.Deadlines;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.WalletRules;
import java.time.Duration;

/**
 * The times of the protocol: how long a caller waits, when whatever is undecided is aborted, when a wallet asks about
 * its hold, how long what has ended is remembered.
 *
 * @param caller how long a caller is kept before it is told PENDING
 * @param beginWithin after which a slice refuses to begin what was asked
 * @param resendFirst first pause before an unanswered message is sent again; doubles up to {@code resendMax}
 * @param messageLife age at which a message counts as lost
 */
public record DeadlineSettings(
        Duration caller,
        Duration askAgain,
        Duration lastLook,
        Duration beginWithin,
        Duration prepare,
        Duration resendFirst,
        Duration resendMax,
        Duration holdInquiry,
        Duration holdInquiryEvery,
        Duration keepEnded,
        Duration keepLocalEntry,
        Duration messageLife) {
    private static final String ROOT = "phonepay.deadlines.";

    static DeadlineSettings read(SettingsReader in) {
        DeadlineSettings read = new DeadlineSettings(
                in.duration(ROOT + "caller"),
                in.duration(ROOT + "ask-again"),
                in.duration(ROOT + "last-look"),
                in.duration(ROOT + "begin-within"),
                in.duration(ROOT + "prepare"),
                in.duration(ROOT + "resend-first"),
                in.duration(ROOT + "resend-max"),
                in.duration(ROOT + "hold-inquiry"),
                in.duration(ROOT + "hold-inquiry-every"),
                in.duration(ROOT + "keep-ended"),
                in.duration(ROOT + "keep-local-entry"),
                in.duration("phonepay.slices.message-life"));
        read.check(in);
        return read;
    }

    /** None of these would cost money; each would end payments without need, or ask for ever. */
    private void check(SettingsReader in) {
        ascending(in, "0", Duration.ZERO, "ask-again", askAgain);
        ascending(in, "ask-again", askAgain, "caller", caller);
        ascending(in, "0", Duration.ZERO, "last-look", lastLook);
        ascending(in, "caller", caller, "begin-within", beginWithin);
        ascending(in, "caller", caller, "prepare", prepare);
        ascending(in, "0", Duration.ZERO, "resend-first", resendFirst);
        in.check(resendMax.compareTo(resendFirst) >= 0, ROOT + "resend-max is shorter than resend-first");
        ascending(in, "resend-max", resendMax, "prepare", prepare);
        ascending(in, "prepare", prepare, "hold-inquiry", holdInquiry);
        ascending(in, "0", Duration.ZERO, "hold-inquiry-every", holdInquiryEvery);
        ascending(in, "hold-inquiry", holdInquiry, "the life of a message", messageLife);
        ascending(in, "the life of a message", messageLife, "keep-ended", keepEnded);
        ascending(in, "the life of a message", messageLife, "keep-local-entry", keepLocalEntry);
    }

    private static void ascending(SettingsReader in, String less, Duration low, String more, Duration high) {
        in.check(high.compareTo(low) > 0, ROOT + more + " is " + high + ", not longer than " + less + " (" + low + ")");
    }

    /** Those of transactions; a merchant's payment may be refunded for the given time. */
    public Deadlines ofTransactions(Duration refundPeriod) {
        return new Deadlines(
                prepare.toMillis(),
                resendFirst.toMillis(),
                resendMax.toMillis(),
                keepEnded.toMillis(),
                messageLife.toMillis(),
                refundPeriod.toMillis());
    }

    public WalletRules ofWallets(Limits limits) {
        return new WalletRules(limits, holdInquiry.toMillis(), holdInquiryEvery.toMillis(), keepLocalEntry.toMillis());
    }
}
