package com.encvoy.keycloak.deletion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.DeletionMark;

/**
 * The days that the purge of a realm has completed. The date of a mark can only be searched for by equality, so the
 * purge searches for each day since the last one.
 */
final class PurgedDays {

    /** Realm attribute: the last day that was searched, {@code yyyy-MM-dd}. Never renamed. */
    static final String ATTRIBUTE = "encvoy.accounts_purged_until";

    /**
     * How many days are searched at most: also in a realm that was imported without the attribute, or after the server
     * was off for long. Each costs a query that an index answers.
     */
    static final int LOOK_BACK = 400;

    private PurgedDays() {}

    /** Whether there may be marked accounts in a realm. */
    static boolean concern(RealmModel realm) {
        return StringUtil.isNotBlank(realm.getAttribute(ATTRIBUTE))
                || realm.getRequiredActionProviderByAlias(DeletionMark.ACTION) != null;
    }

    /** Lets the purge begin with today, if it has not begun yet. */
    static void begin(RealmModel realm) {
        if (StringUtil.isBlank(realm.getAttribute(ATTRIBUTE))) {
            realm.setAttribute(ATTRIBUTE, Days.today().minusDays(1).toString());
        }
    }

    /** The days that are over and to be searched, the oldest first; none if all were. */
    static List<LocalDate> due(RealmModel realm) {
        LocalDate yesterday = Days.today().minusDays(1);
        LocalDate oldest = yesterday.minusDays(LOOK_BACK);
        LocalDate done = done(realm, oldest);
        if (!done.isBefore(yesterday)) {
            return List.of();
        }
        return Stream.iterate(done.plusDays(1), day -> !day.isAfter(yesterday), day -> day.plusDays(1))
                .toList();
    }

    private static LocalDate done(RealmModel realm, LocalDate oldest) {
        String done = realm.getAttribute(ATTRIBUTE);
        try {
            LocalDate day = StringUtil.isBlank(done) ? oldest : LocalDate.parse(done);
            return day.isBefore(oldest) ? oldest : day;
        } catch (DateTimeException e) {
            return oldest;
        }
    }

    static void record(RealmModel realm, LocalDate day) {
        realm.setAttribute(ATTRIBUTE, day.toString());
    }
}
