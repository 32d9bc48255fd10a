package com.phonepay.jobs.history;

import com.phonepay.jobs.run.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** Lives through the days of the plan, one after the other, and lets the books be written. */
final class History {
    private static final long MINUTE = 60_000L;
    private static final int RING_EVERY_DAYS = 6;
    private static final long RING_FUNDS = 50_000_000;

    private final Plan plan;
    private final Path folder;
    private final Random random;
    private final Population population;
    private final PriorityQueue<Due> refunds = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private long attempts;

    /** A refund that will be given. */
    private record Due(long at, Paid paid) {}

    private record Deed(long at, Action action) {}

    /** Something that happens at its time. */
    private interface Action {
        void run() throws IOException;
    }

    History(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        this.random = new Random(plan.seed());
        this.population = new Population(plan.users(), random);
    }

    /** Writes it all, and returns how many transactions were attempted. */
    long write() throws IOException {
        double all = 0;
        for (int i = 0; i < plan.days(); i++) {
            all += DayShape.weight(plan.first().plusDays(i));
        }
        try (LakeWriter lake = new LakeWriter(folder)) {
            Books books = new Books(new Events(lake), random);
            for (int i = 0; i < plan.days(); i++) {
                LocalDate day = plan.first().plusDays(i);
                int count = (int) Math.round(plan.transactions() * DayShape.weight(day) / all);
                live(day, i, count, books);
                lake.endOfDay();
            }
        }
        return attempts;
    }

    private void live(LocalDate day, int number, int count, Books books) throws IOException {
        long midnight = day.atStartOfDay(Row.ZONE).toInstant().toEpochMilli();
        List<Deed> deeds = new ArrayList<>(count + 1_000);
        income(day, number, midnight, books, deeds);
        for (long time : DayShape.times(count, random)) {
            deeds.add(new Deed(midnight + time, () -> spend(midnight, midnight + time, books)));
        }
        if (number % RING_EVERY_DAYS == RING_EVERY_DAYS - 1) {
            ring(midnight, books, deeds);
        }
        while (!refunds.isEmpty() && refunds.element().at() < midnight + 23 * 60 * MINUTE) {
            Due due = refunds.remove();
            deeds.add(new Deed(Math.max(due.at(), midnight), () -> giveBack(due, books)));
        }
        for (Person merchant : population.merchants()) {
            deeds.add(new Deed(midnight + (24 * 60 - 5) * MINUTE, () -> books.settle(merchant, day, midnight)));
        }
        // Stable: what has one time keeps its order.
        deeds.sort(Comparator.comparingLong(Deed::at));
        for (Deed deed : deeds) {
            deed.action().run();
        }
    }

    private void income(LocalDate day, int number, long midnight, Books books, List<Deed> deeds) {
        for (Person user : population.users()) {
            if (number == 0) {
                long joined = midnight + random.nextInt(5 * (int) MINUTE);
                deeds.add(new Deed(joined, () -> books.welcome(user, joined)));
            }
            if (number == 0 || user.salaryDay() == day.getDayOfMonth()) {
                long paid = midnight + 6 * MINUTE + random.nextInt(60 * (int) MINUTE);
                deeds.add(new Deed(paid, () -> books.recharge(user, user.salary(), paid)));
            }
        }
    }

    private void spend(long midnight, long at, Books books) throws IOException {
        attempts++;
        Person payer = population.anyUser(random);
        boolean shops = random.nextInt(100) < 62;
        Person payee = shops ? population.anyMerchant(random) : population.friendOf(payer, random);
        double typical = shops ? 260 : 750;
        long amount = Math.max(100, (long) (100 * typical * StrictMath.exp(0.95 * random.nextGaussian())));
        if (payer.balance() < amount && random.nextBoolean()) {
            books.recharge(payer, Math.max(200_000, 2 * amount), at);
        }
        Paid paid = books.pay(payer, payee, amount, at, DayShape.isRush(at - midnight));
        if (paid != null && shops && random.nextInt(1_000) < 12) {
            refunds.add(new Due(paid.at() + (1 + random.nextInt(72 * 60)) * MINUTE, paid));
        }
    }

    /** Large sums go round in a circle by night, in parts that stay just below fifty thousand rupees. */
    private void ring(long midnight, Books books, List<Deed> deeds) {
        for (int i = 0; i < Population.RING; i++) {
            Person from = population.ring()[i];
            Person to = population.ring()[(i + 1) % Population.RING];
            int parts = 3 + random.nextInt(3);
            for (int part = 0; part < parts; part++) {
                long at = midnight + (70 + random.nextInt(200)) * MINUTE;
                long amount = 100L * (40_500 + random.nextInt(9_400));
                deeds.add(new Deed(at, () -> ringPays(from, to, amount, at, books)));
            }
        }
    }

    private void ringPays(Person from, Person to, long amount, long at, Books books) throws IOException {
        attempts++;
        if (from.balance() < amount) {
            books.recharge(from, RING_FUNDS, at);
        }
        books.pay(from, to, amount, at, false);
    }

    private void giveBack(Due due, Books books) throws IOException {
        attempts++;
        books.refund(due.paid(), due.at());
    }
}
