/* SPDX-License-Identifier: EUPL-1.2 */
/** Once-only: the port to a register that knows already what a form asks for, and its values. The form runtime calls it, and only after the citizen's consent. */
@NullMarked
package de.kommunalsdk.register;

import org.jspecify.annotations.NullMarked;
