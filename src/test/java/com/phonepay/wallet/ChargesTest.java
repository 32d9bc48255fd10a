package com.phonepay.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.FeePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChargesTest {
    private static final FeePlan USUAL = new FeePlan(200, 1_800);

    @ParameterizedTest
    @CsvSource({
        "10000, 0, 200, 36, 9764",
        "13025, 0, 261, 47, 12717",
        "25, 0, 1, 0, 24",
        "24, 0, 0, 0, 24",
        "0, 0, 0, 0, 0",
        "10000, 10000, 0, 0, 0",
        "10000, 12500, 0, 0, -2500",
        "10000, 4000, 120, 22, 5858"
    })
    void roundsHalfUpToThePaisa(long gross, long refunds, long fee, long tax, long net) {
        assertThat(Charges.of(USUAL, Money.ofPaise(gross), Money.ofPaise(refunds)))
                .isEqualTo(new Charges(Money.ofPaise(fee), Money.ofPaise(tax), Money.ofPaise(net)));
    }

    /** Otherwise a window could cost more than it took in, and could never be closed. */
    @Test
    void neverTakesMoreThanIsLeft() {
        for (int mdr : new int[] {0, 1, 200, 999, 1_000}) {
            for (int tax : new int[] {0, 1_800, 2_800}) {
                FeePlan plan = new FeePlan(mdr, tax);
                for (long paise = 0; paise < 3_000; paise++) {
                    Charges charges = Charges.of(plan, Money.ofPaise(paise), Money.ZERO);
                    assertThat(charges.net().isNegative())
                            .as("%d of %s", paise, plan)
                            .isFalse();
                }
            }
        }
    }
}
