/* SPDX-License-Identifier: EUPL-1.2 */
/** Rules of the whole house, over all published modules. The rules of one module stand in that module. */
@NullMarked
package de.kommunalsdk.haus;

import org.jspecify.annotations.NullMarked;
