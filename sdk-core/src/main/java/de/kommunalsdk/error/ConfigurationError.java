/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Thrown at start only, with all problems at once. */
public final class ConfigurationError extends OzgException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates the fault from at least one problem. */
    public ConfigurationError(Fehlercode code, List<Problem> problems) {
        super(code, problems.stream().map(p -> "\n  " + p).collect(Collectors.joining()), false, null);
        this.problems = List.copyOf(problems);
    }

    /** All problems found, in the order of the document. */
    public List<Problem> problems() {
        return problems;
    }
}
