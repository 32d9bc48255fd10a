package com.phonepay.jobs.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

/** When people pay: little at night, much at noon and in the evening, more after pay day and on Saturdays. */
final class DayShape {
    private static final int[] HOURS = {
        6, 3, 2, 1, 1, 3, 8, 18, 34, 48, 52, 60, 82, 78, 54, 50, 56, 70, 92, 104, 96, 70, 38, 16
    };
    private static final long HOUR = 3_600_000L;

    private DayShape() {}

    static double weight(LocalDate day) {
        double afterPayDay = day.getDayOfMonth() <= 3 ? 1.5 : day.getDayOfMonth() <= 8 ? 1.2 : 0.95;
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return afterPayDay * (isWeekend ? 1.25 : 1.0);
    }

    /** Times since midnight in milliseconds, in order. */
    static long[] times(int count, Random random) {
        int all = Arrays.stream(HOURS).sum();
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            int drawn = random.nextInt(all);
            int hour = 0;
            while (drawn >= HOURS[hour]) {
                drawn -= HOURS[hour++];
            }
            times[i] = hour * HOUR + random.nextInt((int) HOUR);
        }
        Arrays.sort(times);
        return times;
    }

    /** Whether everybody pays just now, and answers take longer. */
    static boolean isRush(long sinceMidnight) {
        return HOURS[(int) (sinceMidnight / HOUR)] >= 80;
    }
}
