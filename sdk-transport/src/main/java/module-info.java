/* SPDX-License-Identifier: EUPL-1.2 */
/** Ways to a Fachverfahren. */
module de.kommunalsdk.transport {
    requires com.fasterxml.jackson.core;
    requires transitive de.kommunalsdk.core;

    exports de.kommunalsdk.ablage;
}
