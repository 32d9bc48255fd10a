package com.phonepay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.MerchantProfile;
import org.junit.jupiter.api.Test;

/** Where an account is written to. */
final class MailboxTest {
    private static final AccountId SHOP = new AccountId("chai-point");
    private final DirectoryWorld world = new DirectoryWorld(8);

    private Answer mailbox(AccountId account) {
        String id = Aliases.id(account);
        return world.ask(id, new QueryMailbox(id)).answer();
    }

    @Test
    void aPersonIsWrittenToUnderTheAddressThatLogsIn() {
        AccountId asha = new AccountId("asha");
        String email = Aliases.email("Asha.Rao@Example.com");
        world.ask(email, new Register(email, asha, "Asha", Aliases.vpa("asha@phonepay"), "hash"));
        assertThat(mailbox(asha)).isInstanceOf(Rejection.class);
        world.settle();
        assertThat(mailbox(asha)).isEqualTo(new Mailbox("asha.rao@example.com"));
    }

    @Test
    void aMerchantIsWrittenToUnderTheAddressThatItsOwnerGave() {
        String id = Aliases.id(SHOP);
        MerchantProfile profile =
                new MerchantProfile(new AccountId("asha"), "Chai", "hello@chai.example", new FeePlan(200, 1_800));
        world.ask(id, new RegisterMerchant(SHOP, profile, Aliases.vpa("chai-point@phonepay"), "print"));
        world.settle();
        assertThat(mailbox(SHOP)).isEqualTo(new Mailbox("hello@chai.example"));
        for (int slice = 0; slice < 8; slice++) {
            world.restartFromSnapshot(slice);
        }
        assertThat(mailbox(SHOP)).isEqualTo(new Mailbox("hello@chai.example"));
    }

    @Test
    void nobodyIsWrittenToUnderAnUnknownId() {
        assertThat(mailbox(new AccountId("nobody"))).isEqualTo(Refusals.RECEIVER_NOT_FOUND);
    }

    @Test
    void anAddressDoesNotGetIntoLogs() {
        assertThat(new Mailbox("asha@example.com")).hasToString("Mailbox[...]");
    }
}
