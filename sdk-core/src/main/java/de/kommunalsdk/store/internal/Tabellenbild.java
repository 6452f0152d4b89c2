/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementException;

/**
 * A table and the columns that a script makes or adds.
 *
 * @param name its name, without a schema
 * @param spalten at least one
 */
record Tabellenbild(String name, List<String> spalten) {

    private static final Pattern NEU =
            Pattern.compile("create table if not exists (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern SPALTE = Pattern.compile("\\n {2}(?!primary key)(\\w+) ");
    private static final Pattern DAZU =
            Pattern.compile("alter table (?:if exists )?(\\w+)\\s+add column (?:if not exists )?(\\w+)");
    // No such table or column, in the words of PostgreSQL and H2.
    private static final Set<String> FEHLT = Set.of("42P01", "42703", "42S02", "42S03", "42S04", "42S22");

    Tabellenbild {
        spalten = List.copyOf(spalten);
    }

    /** The tables of a script, in its order. */
    static List<Tabellenbild> aus(String skript) {
        Map<String, List<String>> tabellen = new LinkedHashMap<>();
        for (Matcher neu = NEU.matcher(skript); neu.find(); ) {
            List<String> spalten = tabellen.computeIfAbsent(neu.group(1), name -> new ArrayList<>());
            for (Matcher spalte = SPALTE.matcher(neu.group(2)); spalte.find(); ) {
                spalten.add(spalte.group(1));
            }
        }
        for (Matcher dazu = DAZU.matcher(skript); dazu.find(); ) {
            tabellen.computeIfAbsent(dazu.group(1), name -> new ArrayList<>()).add(dazu.group(2));
        }
        return tabellen.entrySet().stream()
                .map(e -> new Tabellenbild(e.getKey(), e.getValue()))
                .toList();
    }

    /** Whether the database has it. After false the transaction is of no more use. */
    boolean passtZu(Handle h) {
        try {
            h.createQuery("select " + String.join(", ", spalten) + " from " + name + " where 1 = 0")
                    .mapToMap()
                    .list();
            return true;
        } catch (StatementException e) {
            if (e.getCause() instanceof SQLException sql && FEHLT.contains(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
