package com.phonepay.jobs.history;

import java.util.Arrays;
import java.util.Random;
import org.apache.avro.util.Utf8;

/** Who there is: users with habits, merchants of which few are famous, and a ring of accounts. */
final class Population {
    static final int RING = 6;
    private static final double TAIL = 1.05;
    private static final int FRIENDS = 8;

    private final Person[] users;
    private final Person[] merchants;
    private final Person[] ring = new Person[RING];
    /** Sums of the merchants' weights, for the draw. */
    private final double[] fame;

    Population(int userCount, Random random) {
        users = new Person[userCount];
        for (int i = 0; i < userCount; i++) {
            int salaryDay = new int[] {1, 1, 1, 5, 7, 28}[random.nextInt(6)];
            long salary = 100 * (long) (30_000 * StrictMath.exp(0.5 * random.nextGaussian()));
            users[i] = new Person(new Utf8(String.format("user%06d", i + 1)), false, salaryDay, salary);
        }
        merchants = new Person[Math.max(5, userCount / 20)];
        fame = new double[merchants.length];
        double sum = 0;
        for (int i = 0; i < merchants.length; i++) {
            merchants[i] = new Person(new Utf8(String.format("merchant%05d", i + 1)), true, 0, 0);
            sum += 1 / StrictMath.pow(i + 1, TAIL);
            fame[i] = sum;
        }
        for (int i = 0; i < RING; i++) {
            ring[i] = new Person(new Utf8("ring" + (i + 1)), false, 0, 0);
        }
    }

    Person anyUser(Random random) {
        return users[random.nextInt(users.length)];
    }

    /** The few famous ones often, the long tail now and then. */
    Person anyMerchant(Random random) {
        double drawn = random.nextDouble() * fame[fame.length - 1];
        int found = Arrays.binarySearch(fame, drawn);
        return merchants[Math.min(merchants.length - 1, found < 0 ? -found - 1 : found)];
    }

    /** Mostly one of the same few people. */
    Person friendOf(Person user, Random random) {
        int own = user.hashCode();
        int pick = random.nextInt(10) == 0
                ? random.nextInt(users.length)
                : Math.floorMod(own * 31 + random.nextInt(FRIENDS) * 7_919, users.length);
        Person friend = users[pick];
        return friend.equals(user) ? users[(pick + 1) % users.length] : friend;
    }

    Person[] users() {
        return users;
    }

    Person[] merchants() {
        return merchants;
    }

    Person[] ring() {
        return ring;
    }
}
