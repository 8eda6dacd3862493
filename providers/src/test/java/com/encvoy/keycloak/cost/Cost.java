package com.encvoy.keycloak.cost;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a request has cost.
 *
 * @param statements of SQL
 * @param commits of transactions that have reached the database
 * @param writes to caches
 * @param items each of them, for people
 */
record Cost(long statements, long commits, long writes, List<String> items) {

    static final Cost NONE = of(0, 0, 0);

    static Cost of(long statements, long commits, long writes) {
        return new Cost(statements, commits, writes, List.of());
    }

    /** @param items as the server's account lists them */
    static Cost of(List<String> items) {
        return new Cost(count(items, "statement "), count(items, "commit"), count(items, "write "), items);
    }

    /** Each item on a line of its own, statements without their columns. */
    String listed() {
        return items.stream()
                .map(item -> "    "
                        + item.replaceFirst("select .* from (\\S+) .*?(for update.*)?$", "select $1 $2")
                                .replaceFirst("(insert into|update|delete from) (\\S+) .*", "$1 $2")
                        + "\n")
                .collect(Collectors.joining());
    }

    private static long count(List<String> items, String kind) {
        return items.stream().filter(item -> item.startsWith(kind)).count();
    }

    Cost plus(Cost other) {
        return of(statements + other.statements, commits + other.commits, writes + other.writes);
    }

    /** The lesser of each: what the server did meanwhile of its own accord only ever adds. */
    Cost min(Cost other) {
        return new Cost(
                Math.min(statements, other.statements),
                Math.min(commits, other.commits),
                Math.min(writes, other.writes),
                items.size() <= other.items.size() ? items : other.items);
    }

    boolean isWithin(Cost limit) {
        return statements <= limit.statements && commits <= limit.commits && writes <= limit.writes;
    }

    @Override
    public String toString() {
        return statements + " statements, " + commits + " commits, " + writes + " writes";
    }
}
