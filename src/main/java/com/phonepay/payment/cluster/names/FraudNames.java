package com.phonepay.payment.cluster.names;

import com.phonepay.fraud.BlockAccount;
import com.phonepay.fraud.FraudEvent;
import com.phonepay.fraud.LearnBaseline;
import com.phonepay.fraud.ProfileView;
import com.phonepay.fraud.QueryProfile;
import com.phonepay.fraud.UnblockAccount;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;

/** What a fraud slice is asked, answers and records. */
public final class FraudNames implements WireNames {
    @Override
    public void addTo(NameTable.Builder table) {
        table.add("block-account", BlockAccount.class)
                .add("unblock-account", UnblockAccount.class)
                .add("query-profile", QueryProfile.class)
                .add("profile-view", ProfileView.class)
                .add("learn-baseline", LearnBaseline.class);
        table.add("f.payer-enrolled", FraudEvent.PayerEnrolled.class)
                .add("f.attempt-screened", FraudEvent.AttemptScreened.class)
                .add("f.attempt-failed", FraudEvent.AttemptFailed.class)
                .add("f.payment-learnt", FraudEvent.PaymentLearnt.class)
                .add("f.account-blocked", FraudEvent.AccountBlocked.class)
                .add("f.account-unblocked", FraudEvent.AccountUnblocked.class)
                .add("f.baseline-learnt", FraudEvent.BaselineLearnt.class)
                .add("f.profile-restored", FraudEvent.ProfileRestored.class);
    }
}
