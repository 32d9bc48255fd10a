package com.phonepay.payment.cluster;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Recharged;
import com.phonepay.payment.Reply;
import com.phonepay.payment.Wallets;
import com.phonepay.wallet.AccountStatus;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.ChangeStatus;
import com.phonepay.wallet.EntriesView;
import com.phonepay.wallet.Entry;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.QueryEntries;
import com.phonepay.wallet.Recharge;
import com.phonepay.wallet.RechargeAnswer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks at wallets by asking the wallet slice of the account. */
public final class ClusterWallets implements Wallets {
    private final Asking asking;
    private final Slices slices;

    public ClusterWallets(Asking asking, Slices slices) {
        this.asking = asking;
        this.slices = slices;
    }

    @Override
    public CompletionStage<Reply<Recharged>> recharge(AccountId account, Money amount, String key) {
        String entryId = "R" + Digest.id("recharge", account.value(), key);
        String fingerprint = Digest.of(account.value(), Long.toString(amount.paise()));
        Recharge recharge = new Recharge(entryId, fingerprint, account, amount);
        return asking.ask(slices.wallets(account), recharge)
                .handle((answer, fault) ->
                        fault == null ? recharged(answer, account, amount) : Reply.refused(Answers.OUTCOME_UNKNOWN));
    }

    private static Reply<Recharged> recharged(Answer answer, AccountId account, Money amount) {
        return Answers.expect(
                answer,
                RechargeAnswer.class,
                told -> new Recharged(told.entryId(), account, amount, told.balanceAfter(), told.replayed()));
    }

    @Override
    public CompletionStage<Reply<BalanceView>> balance(AccountId account) {
        return asking.ask(slices.wallets(account), new QueryBalance(account))
                .thenApply(answer -> Answers.expect(answer, BalanceView.class, view -> view));
    }

    @Override
    public CompletionStage<Reply<List<Entry>>> entries(AccountId account) {
        return asking.ask(slices.wallets(account), new QueryEntries(account))
                .thenApply(answer -> Answers.expect(answer, EntriesView.class, EntriesView::entries));
    }

    @Override
    public CompletionStage<Reply<BalanceView>> changeStatus(AccountId account, AccountStatus status, String reason) {
        return asking.ask(slices.wallets(account), new ChangeStatus(account, status, reason))
                .thenApply(answer -> Answers.expect(answer, BalanceView.class, view -> view));
    }
}
