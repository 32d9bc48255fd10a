package com.phonepay.jobs.live;

import com.phonepay.jobs.live.SystemApi.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * People enter, some open shops, and they pay shops and each other, one payment after the other. The seed decides who pays
 * whom how much; names are new in every run, and passwords are known to nobody. It keeps to the limits that the default
 * profile sets for a new account, so what is declined was declined for another reason.
 */
public final class LiveHistory {
    public static final int PAYMENTS_MAX_EACH = Inhabitant.PAYMENTS_MAX;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int USERS_OF_A_SHOP = 8;
    private static final int SHOPPING_PERCENT = 62;
    private static final int OK = 200;
    private static final int REFUSED = 400;

    private final PrintStream out;
    private final Random random;
    private final Counts counts = new Counts();
    private final SystemApi api;
    private final String stamp;
    private final SecureRandom secrets = new SecureRandom();

    /**
     * What is to happen.
     *
     * @param through the address of a gateway
     */
    public record Wish(URI through, int users, int payments, long seed) {}

    private LiveHistory(Wish wish, PrintStream out) {
        this.out = out;
        this.random = new Random(wish.seed());
        this.api = new SystemApi(wish.through(), PATIENCE, counts);
        this.stamp = Long.toString(System.currentTimeMillis(), 36);
    }

    /** Lets it happen, and returns whether every payment has a final answer. */
    public static boolean run(Wish wish, PrintStream out) throws IOException, InterruptedException {
        return new LiveHistory(wish, out).live(wish);
    }

    private boolean live(Wish wish) throws IOException, InterruptedException {
        List<Inhabitant> people = new ArrayList<>();
        for (int i = 1; i <= wish.users(); i++) {
            Inhabitant person = new Inhabitant(api, "sim" + i + "-" + stamp, secret());
            person.enter("Simulated " + i, 100L * (2_000 + random.nextInt(8_000)));
            people.add(person);
            tell(i, wish.users(), "people");
        }
        List<String> shops = new ArrayList<>();
        for (int i = 0; i < Math.max(1, wish.users() / USERS_OF_A_SHOP); i++) {
            shops.add(people.get(i).open("shop" + (i + 1) + "-" + stamp));
        }
        for (int i = 1; i <= wish.payments(); i++) {
            pay(people, shops);
            tell(i, wish.payments(), "payments");
        }
        out.println(wish.users() + " people, " + shops.size() + " shops, " + counts.ended() + " payments: " + counts);
        return counts.pendingCount() == 0;
    }

    private void pay(List<Inhabitant> people, List<String> shops) throws IOException, InterruptedException {
        List<Inhabitant> able = people.stream().filter(Inhabitant::mayPay).toList();
        Inhabitant payer = able.get(random.nextInt(able.size()));
        boolean isShopping = random.nextInt(100) < SHOPPING_PERCENT;
        String payee = isShopping ? shops.get(random.nextInt(shops.size())) : friendOf(payer, people);
        double typical = isShopping ? 120 : 200;
        long drawn = Math.max(100, (long) (100 * typical * StrictMath.exp(0.7 * random.nextGaussian())));
        long paise = Math.max(100, payer.affordable(drawn));
        count(payer.pay(payee, paise), paise);
    }

    private String friendOf(Inhabitant payer, List<Inhabitant> people) {
        int drawn = random.nextInt(people.size() - 1);
        Inhabitant friend = people.get(drawn);
        return (friend.id().equals(payer.id()) ? people.get(people.size() - 1) : friend).vpa();
    }

    private void count(Answer answer, long paise) {
        String status = answer.text("status");
        if (answer.status() == OK && status.equals("SUCCESS")) {
            counts.acknowledged(paise);
        } else if (answer.status() == OK && (status.equals("FAILED") || status.equals("BLOCKED"))) {
            counts.declined(answer.text("reason"));
        } else if (!answer.isPending() && answer.status() >= REFUSED) {
            counts.declined(answer.text("code"));
        } else {
            counts.pending();
        }
    }

    private void tell(int done, int all, String what) {
        if (done == all || done % 50 == 0) {
            out.println("  " + done + " of " + all + " " + what);
        }
    }

    private String secret() {
        byte[] bytes = new byte[24];
        secrets.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
