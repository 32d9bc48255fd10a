package com.phonepay.simulation;

/** How long a run is, how often it meets itself, and whether days pass while messages are under way. */
enum Mix {
    SHORT_FEW_KEYS(500, 2, true, 25),
    SHORT_MANY_KEYS(900, 400, true, 15),
    LONG_FEW_KEYS(4000, 4, true, 12),
    LONG_MANY_KEYS_NO_DAYS(3000, 400, false, 20),
    STORM(1000, 8, true, 60),
    STORM_NO_DAYS(1000, 40, false, 60),

    /** Few things break, but two or three owners work side by side for long, one of them cut off from the store. */
    DUEL(2500, 40, false, 12) {
        @Override
        int weight(Fault fault) {
            return switch (fault) {
                case SECOND_OWNER_STARTS -> 30;
                case OWNER_LOSES_THE_STORE -> 40;
                case OWNER_CRASHES -> 4;
                case WRITE_LOST, WRITE_FAILS_BUT_LANDS_LATER -> 1;
                case HALF_A_MINUTE_PASSES -> 0;
                default -> fault.weight();
            };
        }

        @Override
        int slowWritesPerThousand() {
            return 100;
        }

        @Override
        int oneInSoManyGoesAstray() {
            return 2;
        }
    };

    /** Faults stop twice in a run. */
    static final int PHASES = 2;

    private final int phaseSteps;
    private final int keysPerPayer;
    private final boolean days;
    private final int faultsPerThousand;

    Mix(int phaseSteps, int keysPerPayer, boolean days, int faultsPerThousand) {
        this.phaseSteps = phaseSteps;
        this.keysPerPayer = keysPerPayer;
        this.days = days;
        this.faultsPerThousand = faultsPerThousand;
    }

    /** Steps with faults before everything is healed and checked. */
    int phaseSteps() {
        return phaseSteps;
    }

    int keysPerPayer() {
        return keysPerPayer;
    }

    boolean hasDays() {
        return days;
    }

    int faultsPerThousand() {
        return faultsPerThousand;
    }

    int weight(Fault fault) {
        return fault.weight();
    }

    int slowWritesPerThousand() {
        return 30;
    }

    /** Of messages to a slice with several owners, those that go to any of them and not to the newest. */
    int oneInSoManyGoesAstray() {
        return 4;
    }
}
