// A value that lies somewhere else, so that its type may be declared without being known.
#pragma once

namespace graduasi {

/// A value on the heap that is copied like a value. A header can hold a type that it only names, so
/// that whoever reads the header is not compiled anew when the type changes. Reading and writing
/// its members takes the type's own header.
///
/// The members that make, copy and destroy it are defined in indirect_definitions.h, for the one
/// unit that instantiates them. One that was moved from may only be destroyed or assigned to.
template <class T>
class Indirect {
 public:
  Indirect();
  Indirect(T const& value);
  Indirect(Indirect const& other);
  Indirect(Indirect&& other) noexcept;
  Indirect& operator=(Indirect other) noexcept;
  ~Indirect();

  T& operator*() { return *value_; }
  T const& operator*() const { return *value_; }
  T* operator->() { return value_; }
  T const* operator->() const { return value_; }

 private:
  T* value_;
};

}  // namespace graduasi
